package hopscope.simulation;

/** How much the directions of one class with one model are used: what weighs the model among those of its class. */
final class LinkUse {
    private final LinkModel model;
    private final LinkTally tally;
    private long frames;
    private int directions;

    LinkUse(LinkModel model, LinkTally tally) {
        this.model = model;
        this.tally = tally;
        tally.add(this);
    }

    void addDirection() {
        directions++;
    }

    void countFrame(int bytes) {
        frames++;
        tally.countBytes(bytes);
    }

    LinkModel model() {
        return model;
    }

    LinkTally tally() {
        return tally;
    }

    long frames() {
        return frames;
    }

    int directions() {
        return directions;
    }
}
