package io.sluice.notifier;

/** Secrets that a merchant's receiver would hold. */
final class Secrets {

    static final String CURRENT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String NEXT = "whsec_c2x1aWNlLXdlYmhvb2stc2VjcmV0LW51bWJlci0y";

    private Secrets() {}
}
