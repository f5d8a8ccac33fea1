package hopscope.protocol.message;

/**
 * Records of one message in their order: the records themselves, or their numbers in a {@link RecordCatalogue} that sender and
 * receiver share. Immutable by agreement: arrays handed over are not changed any more.
 */
public final class RecordList {
    private final int count;
    private final int lengthBytes;

    /** Either these … */
    private final LinkStateRecord[] records;

    /** … or these three. */
    private final RecordCatalogue catalogue;

    private final char[] origins;
    private final byte[] numbers;

    /**
     * @param records owned by the list from now on
     */
    public RecordList(LinkStateRecord[] records) {
        this(records, lengthOf(records));
    }

    /**
     * @param records owned by the list from now on
     * @param lengthBytes of all records together
     */
    public RecordList(LinkStateRecord[] records, int lengthBytes) {
        this.count = records.length;
        this.lengthBytes = lengthBytes;
        this.records = records;
        this.catalogue = null;
        this.origins = null;
        this.numbers = null;
    }

    /**
     * @param catalogue knows the records
     * @param origins of the records; owned by the list from now on
     * @param numbers of the records, as long or longer; owned by the list from now on
     * @param count how many of both belong to the list
     * @param lengthBytes of all records together
     */
    public RecordList(RecordCatalogue catalogue, char[] origins, byte[] numbers, int count, int lengthBytes) {
        this.count = count;
        this.lengthBytes = lengthBytes;
        this.records = null;
        this.catalogue = catalogue;
        this.origins = origins;
        this.numbers = numbers;
    }

    private static int lengthOf(LinkStateRecord[] records) {
        int length = 0;
        for (LinkStateRecord record : records) {
            length += record.lengthBytes();
        }
        return length;
    }

    /** Number of records. */
    public int count() {
        return count;
    }

    /** Length of all encoded records together in bytes. */
    public int lengthBytes() {
        return lengthBytes;
    }

    /** The record at an index. */
    public LinkStateRecord record(int index) {
        return records != null ? records[index] : catalogue.record(origins[index], numbers[index] & 0xFF);
    }

    /** The origin of the record at an index. */
    public int origin(int index) {
        return records != null ? records[index].origin() : origins[index];
    }

    /** The number of the record at an index, where the list {@linkplain #isNumberedBy is numbered}. */
    public int number(int index) {
        return numbers[index] & 0xFF;
    }

    /** Whether the list holds numbers given by a catalogue. */
    public boolean isNumberedBy(RecordCatalogue other) {
        return catalogue == other && other != null;
    }

    /**
     * Finds the records of a numbered list that are not those in a table, and those of one origin in any case; without a
     * branch for each, as nobody can foresee which they are.
     *
     * @param known the numbers by origin; origins beyond its end have none
     * @param always an origin
     * @param indices receives the indices, ascending; as long as the list at least
     * @return how many they are
     */
    public int findOthers(byte[] known, int always, int[] indices) {
        char[] listed = origins;
        byte[] theirs = numbers;
        int found = 0;
        for (int i = 0; i < count; i++) {
            int origin = listed[i];
            int difference = (origin < known.length ? known[origin] : 0) - theirs[i];
            int distance = origin - always;
            indices[found] = i;
            // One if the numbers differ or the origin is that one, else nought.
            found += (difference | -difference | ~(distance | -distance)) >>> 31;
        }
        return found;
    }
}
