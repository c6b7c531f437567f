package org.hearsay.process.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hearsay.node.codec.NodeNames;
import org.jspecify.annotations.Nullable;

/** Who can be written to: the nodes, the clients that are there, and Maelstrom's services. */
public final class Directory {
  private static final Set<String> SERVICES = Set.of("lww-kv", "seq-kv", "lin-kv", "lin-tso");

  private final NodeNames nodes;
  private final Map<String, WireClient> clients = new HashMap<>();
  private int clientsOpened;

  /** A directory of nodes n0, n1, ... and no clients. */
  public Directory(int nodeCount) {
    nodes = NodeNames.numbered(nodeCount);
  }

  /** The nodes' names. */
  public NodeNames nodes() {
    return nodes;
  }

  /** A new client: c0, c1, ... */
  public WireClient open() {
    WireClient client = new WireClient("c" + clientsOpened++);
    clients.put(client.name(), client);
    return client;
  }

  /** Forgets a client: whoever writes to it writes to nobody. */
  public void close(WireClient client) {
    clients.remove(client.name());
  }

  /** The client of that name, or null. */
  public @Nullable WireClient client(String name) {
    return clients.get(name);
  }

  /** Whether that is one of the services that Maelstrom has besides nodes and clients. */
  public boolean isService(String name) {
    return SERVICES.contains(name);
  }

  /** Whether somebody has that name. */
  public boolean knows(String name) {
    return nodes.number(name) >= 0 || clients.containsKey(name) || isService(name);
  }
}
