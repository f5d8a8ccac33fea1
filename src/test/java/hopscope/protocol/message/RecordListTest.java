package hopscope.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import hopscope.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordListTest {
    private static LinkStateRecord record(int origin, int sequence) {
        return new LinkStateRecord(origin, sequence, new int[] {1, 5}, new int[] {1, sequence});
    }

    @Test
    void givesEqualRecordsOneNumberAndOthersOthers() {
        RecordCatalogue catalogue = new RecordCatalogue();
        LinkStateRecord first = record(3, 1);
        int number = catalogue.number(first);
        assertThat(number).isNotEqualTo(RecordCatalogue.NONE);
        assertThat(catalogue.number(record(3, 1))).isEqualTo(number);
        assertThat(catalogue.number(record(3, 2))).isNotEqualTo(number);
        assertThat(catalogue.number(record(0, 1))).isEqualTo(number);
        assertThat(catalogue.record(3, number)).isSameAs(first);
    }

    @Test
    void hasNoNumbersForAnOriginThatHasSaidTooMuchOrIsTooLarge() {
        RecordCatalogue catalogue = new RecordCatalogue();
        for (int sequence = 1; sequence <= RecordCatalogue.MOST; sequence++) {
            assertThat(catalogue.number(record(3, sequence))).isEqualTo(sequence);
        }
        assertThat(catalogue.number(record(3, RecordCatalogue.MOST + 1))).isEqualTo(RecordCatalogue.NONE);
        assertThat(catalogue.number(record(3, 7))).as("keeps what it has").isEqualTo(7);
        assertThat(catalogue.number(record(4, RecordCatalogue.MOST + 1))).isEqualTo(1);
        assertThat(catalogue.number(record(Character.MAX_VALUE, 1))).isEqualTo(1);
        assertThat(catalogue.number(record(Character.MAX_VALUE + 1, 1))).isEqualTo(RecordCatalogue.NONE);
    }

    @Test
    void findsTheRecordsThatAreNotThoseOfATable() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = new RandomStream(seed);
            int count = random.nextInt(60);
            char[] origins = new char[count];
            byte[] numbers = new byte[count];
            byte[] known = new byte[random.nextInt(50)];
            for (int i = 0; i < known.length; i++) {
                known[i] = (byte) (random.nextInt(3) * 127);
            }
            int always = random.nextInt(50);
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                origins[i] = (char) random.nextInt(60);
                numbers[i] = (byte) (random.nextInt(3) * 127);
                int here = origins[i] < known.length ? known[origins[i]] : 0;
                if (origins[i] == always || here != numbers[i]) {
                    expected.add(i);
                }
            }
            RecordList list = new RecordList(new RecordCatalogue(), origins, numbers, count, 0);
            int[] indices = new int[count];
            int found = list.findOthers(known, always, indices);
            List<Integer> actual = new ArrayList<>();
            for (int i = 0; i < found; i++) {
                actual.add(indices[i]);
            }
            assertThat(actual).as("seed %d", seed).isEqualTo(expected);
        }
    }
}
