package io.segmentradar.features.sample;

import io.segmentradar.features.sample.RandomStream.Purpose;

/** Which products each customer holds, as they are taken up and given up, and how much of each is usual for it. */
final class Portfolio {
    private static final Product[] PRODUCTS = Product.values();
    private static final double GIVEN_UP_A_MONTH = 0.015;
    /** Manufacturers trade abroad more often than others. */
    private static final double MAKERS = 1.35;

    private static final double OTHERS = 0.75;

    private final float[][] levels = new float[PRODUCTS.length][];
    private final int[] held;

    Portfolio(Market market, CustomerBook book, long seed) {
        held = new int[book.size()];
        for (int product = 0; product < PRODUCTS.length; product++) {
            levels[product] = new float[book.size()];
        }
        RandomStream random = new RandomStream();
        for (int customer = 0; customer < held.length; customer++) {
            random.startAt(seed, Purpose.CUSTOMER, customer, 1);
            boolean works = market.industries().get(book.industryOf(customer)).region() == 1;
            for (Product product : PRODUCTS) {
                double level = product.level(book.sizeOf(customer), random.normal());
                levels[product.ordinal()][customer] = (float) level;
                if (random.chance(share(product, works))) {
                    held[customer] |= 1 << product.ordinal();
                }
            }
        }
    }

    boolean holds(int customer, Product product) {
        return (held[customer] & 1 << product.ordinal()) != 0;
    }

    /** Usual log amount. */
    double level(int customer, Product product) {
        return levels[product.ordinal()][customer];
    }

    /** See {@link Product#standing}. */
    double standing(int customer, Product product) {
        return product.standing(levels[product.ordinal()][customer]);
    }

    /** Takes up or gives up at most one product; the share of customers who hold it stays as it is. */
    void advance(int customer, RandomStream random) {
        if (!random.chance(GIVEN_UP_A_MONTH * PRODUCTS.length)) {
            return;
        }
        Product product = PRODUCTS[random.below(PRODUCTS.length)];
        double share = product.share();
        boolean holds = holds(customer, product);
        if (share < 1 && product != Product.FOREIGN_TRADE && random.chance(holds ? 1 - share : share)) {
            held[customer] ^= 1 << product.ordinal();
        }
    }

    private static double share(Product product, boolean works) {
        if (product != Product.FOREIGN_TRADE) {
            return product.share();
        }
        return product.share() * (works ? MAKERS : OTHERS);
    }
}
