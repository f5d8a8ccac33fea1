package hopscope.protocol.routing.linkstate;

import hopscope.protocol.message.LinkStateRecord;

/** The records in which a database differs from its view, by origin: a small table with open addressing. */
final class ReplacedRecords {
    private static final int SPREAD = 0x9E3779B9;

    /** Origin + 1; 0 for a free place. */
    private int[] keys = new int[4];

    private LinkStateRecord[] records = new LinkStateRecord[4];
    private int size;
    private int idLimit;

    int size() {
        return size;
    }

    /** Ids from here on are not in it. */
    int idLimit() {
        return idLimit;
    }

    boolean contains(int origin) {
        return keys[placeOf(origin)] != 0;
    }

    /** What took the place of an origin's record; {@code null} if that was forgotten, or is not in here. */
    LinkStateRecord get(int origin) {
        return records[placeOf(origin)];
    }

    /** Notes what takes the place of an origin's record; {@code null} if nothing does. */
    void put(int origin, LinkStateRecord record) {
        int place = placeOf(origin);
        records[place] = record;
        if (keys[place] == 0) {
            keys[place] = origin + 1;
            idLimit = Math.max(idLimit, origin + 1);
            if (++size > keys.length / 2) {
                grow();
            }
        }
    }

    /** Where an origin is, or the free place where it would be. */
    private int placeOf(int origin) {
        int mask = keys.length - 1;
        int place = (origin * SPREAD >>> 8) & mask;
        while (keys[place] != 0 && keys[place] != origin + 1) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        int[] oldKeys = keys;
        LinkStateRecord[] oldRecords = records;
        keys = new int[2 * oldKeys.length];
        records = new LinkStateRecord[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = placeOf(oldKeys[i] - 1);
                keys[place] = oldKeys[i];
                records[place] = oldRecords[i];
            }
        }
    }
}
