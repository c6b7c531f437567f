package org.hearsay.simulation;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.membership.Verdict;

/** Several observers as one; each hears of everything in turn. */
record ObserverList(List<RunObserver> observers) implements RunObserver {

  /** Whether nobody listens. */
  boolean isEmpty() {
    return observers.isEmpty();
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    observers.forEach(each -> each.sent(micros, from, to, envelope, line));
  }

  @Override
  public void lost(long micros, int from, int to, List<? extends Message> envelope) {
    observers.forEach(each -> each.lost(micros, from, to, envelope));
  }

  @Override
  public void duplicated(long micros, int from, int to, List<? extends Message> envelope) {
    observers.forEach(each -> each.duplicated(micros, from, to, envelope));
  }

  @Override
  public void received(long micros, int from, int to, List<? extends Message> envelope) {
    observers.forEach(each -> each.received(micros, from, to, envelope));
  }

  @Override
  public void woke(long micros, int node) {
    observers.forEach(each -> each.woke(micros, node));
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    observers.forEach(each -> each.delivered(micros, node, from, rumor));
  }

  @Override
  public void released(long micros, int node, long rumor) {
    observers.forEach(each -> each.released(micros, node, rumor));
  }

  @Override
  public void gone(long micros, int node, long rumor) {
    observers.forEach(each -> each.gone(micros, node, rumor));
  }

  @Override
  public void recovered(long micros, int node, long rumor) {
    observers.forEach(each -> each.recovered(micros, node, rumor));
  }

  @Override
  public void died(long micros, int node) {
    observers.forEach(each -> each.died(micros, node));
  }

  @Override
  public void cameBack(long micros, int node) {
    observers.forEach(each -> each.cameBack(micros, node));
  }

  @Override
  public void fault(long micros, String what) {
    observers.forEach(each -> each.fault(micros, what));
  }

  @Override
  public void judged(long micros, int node, int peer, Verdict verdict) {
    observers.forEach(each -> each.judged(micros, node, peer, verdict));
  }

  @Override
  public void relinked(long micros, int node) {
    observers.forEach(each -> each.relinked(micros, node));
  }
}
