package org.hearsay.node.service;

import org.hearsay.api.Message;

/** What the runtimes of two nodes say to each other, whatever their strategy. */
public interface ServiceMessage extends Message {}
