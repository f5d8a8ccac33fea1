package hopscope.chart;

import hopscope.topology.Topology;
import hopscope.topology.TopologyAttributes;
import java.util.Arrays;

/**
 * Places for the nodes of a picture, from 0 to 1 on both axes: where the file gives coordinates to most nodes, these,
 * with the others beside their neighbours; else by attracting and repelling forces (Fruchterman and Reingold 1991). The
 * same network has the same places.
 */
final class NodePlaces {
    private static final int ROUNDS = 300;
    private static final double WORK_MAX = 1.5e9;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    final double[] x;
    final double[] y;

    /** Nodes that lie so far out that they stand at the edge instead. */
    final boolean[] outside;

    private final Topology topology;

    private NodePlaces(Topology topology, double[] x, double[] y) {
        this.topology = topology;
        this.x = x;
        this.y = y;
        this.outside = new boolean[x.length];
    }

    static NodePlaces of(Topology topology, TopologyAttributes attributes) {
        double[] x = attributes.x();
        double[] y = attributes.y();
        long known = java.util.stream.IntStream.range(0, x.length)
                .filter(node -> !Double.isNaN(x[node] + y[node]))
                .count();
        NodePlaces places;
        if (x.length == topology.nodeCount() && 2 * known > x.length) {
            places = new NodePlaces(topology, x.clone(), y.clone());
            places.besideNeighbours(attributes.geographic());
            places.pullIn(places.x);
            places.pullIn(places.y);
        } else {
            places = new NodePlaces(topology, new double[topology.nodeCount()], new double[topology.nodeCount()]);
            places.spiral();
            places.force();
        }
        places.fit();
        return places;
    }

    /** Degrees as an equirectangular map, right at its middle; unknown places beside known ones. */
    private void besideNeighbours(boolean geographic) {
        if (geographic) {
            double middle = Arrays.stream(y).filter(Double::isFinite).average().orElse(0);
            double narrow = Math.max(0.2, StrictMath.cos(Math.toRadians(middle)));
            for (int node = 0; node < x.length; node++) {
                x[node] *= narrow;
                y[node] = -y[node];
            }
        }
        double width = range(x);
        double height = range(y);
        for (int round = 0; round < x.length; round++) {
            if (!placeSome(round, 0.02 * Math.max(width, height))) {
                break;
            }
        }
        double left = Arrays.stream(x).filter(Double::isFinite).min().orElse(0);
        double below = Arrays.stream(y).filter(Double::isFinite).max().orElse(0) + 0.1 * height;
        int lost = 0;
        for (int node = 0; node < x.length; node++) {
            if (Double.isNaN(x[node] + y[node])) {
                x[node] = left + 0.03 * width * lost++; // reached by no one: a row below the map
                y[node] = below;
            }
        }
    }

    /**
     * A few places far away, often mistakes, would leave no room for all others: where the middle 90 % of the nodes take
     * less than a third of an axis, nodes farther out than the middle is wide are moved to that distance.
     */
    private void pullIn(double[] axis) {
        double[] sorted = axis.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) (0.05 * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil(0.95 * (sorted.length - 1))];
        double middle = high - low;
        if (middle <= 0 || range(axis) <= 3 * middle) {
            return;
        }
        for (int node = 0; node < axis.length; node++) {
            double kept = Math.max(low - middle / 2, Math.min(high + middle / 2, axis[node]));
            outside[node] |= kept != axis[node];
            axis[node] = kept;
        }
    }

    private boolean placeSome(int round, double apart) {
        boolean placed = false;
        for (int node = 0; node < x.length; node++) {
            if (Double.isNaN(x[node] + y[node])) {
                double sumX = 0;
                double sumY = 0;
                int known = 0;
                for (int at = topology.firstNeighbour(node); at < topology.firstNeighbour(node + 1); at++) {
                    int neighbour = topology.neighbourAt(at);
                    if (!Double.isNaN(x[neighbour] + y[neighbour])) {
                        sumX += x[neighbour];
                        sumY += y[neighbour];
                        known++;
                    }
                }
                if (known > 0) {
                    x[node] = sumX / known + apart * StrictMath.cos(node * GOLDEN_ANGLE);
                    y[node] = sumY / known + apart * StrictMath.sin(node * GOLDEN_ANGLE);
                    placed = true;
                }
            }
        }
        return placed && round < x.length;
    }

    private void spiral() {
        for (int node = 0; node < x.length; node++) {
            double radius = 0.5 * Math.sqrt((node + 0.5) / x.length);
            x[node] = radius * StrictMath.cos(node * GOLDEN_ANGLE);
            y[node] = radius * StrictMath.sin(node * GOLDEN_ANGLE);
        }
    }

    /** Large networks get fewer rounds; above some 10,000 nodes the result is a rough one. */
    private void force() {
        int nodes = x.length;
        double distance = 1 / Math.sqrt(Math.max(1, nodes));
        int rounds = (int) Math.max(3, Math.min(ROUNDS, WORK_MAX / ((double) nodes * nodes + 1)));
        double[] moveX = new double[nodes];
        double[] moveY = new double[nodes];
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(moveX, 0);
            Arrays.fill(moveY, 0);
            repel(moveX, moveY, distance * distance);
            attract(moveX, moveY, distance);
            double heat = 0.1 * (1 - (double) round / rounds) + 0.001;
            for (int node = 0; node < nodes; node++) {
                double length = Math.sqrt(moveX[node] * moveX[node] + moveY[node] * moveY[node]);
                double share = length == 0 ? 0 : Math.min(length, heat) / length;
                x[node] += moveX[node] * share;
                y[node] += moveY[node] * share;
            }
        }
    }

    private void repel(double[] moveX, double[] moveY, double square) {
        for (int a = 0; a < x.length; a++) {
            double pushX = 0;
            double pushY = 0;
            for (int b = 0; b < a; b++) {
                double dx = x[a] - x[b];
                double dy = y[a] - y[b];
                double strength = square / (dx * dx + dy * dy + 1e-9);
                pushX += dx * strength;
                pushY += dy * strength;
                moveX[b] -= dx * strength;
                moveY[b] -= dy * strength;
            }
            // A pull to the middle keeps components that nothing connects on the picture.
            moveX[a] += pushX - x[a] * 0.3;
            moveY[a] += pushY - y[a] * 0.3;
        }
    }

    private void attract(double[] moveX, double[] moveY, double distance) {
        for (int link = 0; link < topology.linkCount(); link++) {
            int a = topology.endA(link);
            int b = topology.endB(link);
            double dx = x[a] - x[b];
            double dy = y[a] - y[b];
            double strength = Math.sqrt(dx * dx + dy * dy) / distance;
            moveX[a] -= dx * strength;
            moveY[a] -= dy * strength;
            moveX[b] += dx * strength;
            moveY[b] += dy * strength;
        }
    }

    /** Into the unit square, in proportion and in the middle. */
    private void fit() {
        double scale = Math.max(range(x), range(y));
        double middleX = (min(x) + max(x)) / 2;
        double middleY = (min(y) + max(y)) / 2;
        for (int node = 0; node < x.length; node++) {
            x[node] = scale == 0 ? 0.5 : 0.5 + (x[node] - middleX) / scale;
            y[node] = scale == 0 ? 0.5 : 0.5 + (y[node] - middleY) / scale;
        }
    }

    private static double range(double[] values) {
        return max(values) - min(values);
    }

    private static double min(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    }
}
