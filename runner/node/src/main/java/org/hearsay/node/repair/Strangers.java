package org.hearsay.node.repair;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Those who take this node for a neighbor though it does not take them for one, as where an overlay
 * links one way, or a word of it was lost. They have asked it what it knows, and once both agreed
 * they have no reason to ask again: so it tells them when it learns more.
 */
final class Strangers {
  /** As many as a node has neighbors, more or less; of more the last are known. */
  static final int MOST = 8;

  /** One that says nothing on so many occasions is not there, or has another neighbor by now. */
  static final int PATIENCE = 5;

  /** How often each was asked in vain, the one whose turn it is first. */
  private final Map<Integer, Integer> inVain = new LinkedHashMap<>();

  /** Somebody who is no neighbor has asked. */
  void meet(int peer) {
    inVain.remove(peer);
    inVain.put(peer, 0);
    if (inVain.size() > MOST) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    Iterator<Integer> first = inVain.keySet().iterator();
    first.next();
    first.remove();
  }

  /** Somebody has spoken. */
  void heard(int peer) {
    inVain.replace(peer, 0);
  }

  /** The next that is to be asked, of those of whom that holds; -1 if there is none. */
  int next(IntPredicate isToBeAsked) {
    for (int i = inVain.size(); i > 0; i--) {
      Map.Entry<Integer, Integer> first = inVain.entrySet().iterator().next();
      int peer = first.getKey();
      int asked = first.getValue();
      inVain.remove(peer);
      if (!isToBeAsked.test(peer)) {
        inVain.put(peer, asked);
      } else if (asked < PATIENCE) {
        inVain.put(peer, asked + 1);
        return peer;
      }
    }
    return -1;
  }
}
