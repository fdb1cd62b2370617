namespace Outturn.Web.Access;

/// <summary>Why a single sign-on let nobody in.</summary>
internal enum SignOnRefusal
{
    /// <summary>What came back belongs to no sign-in that this browser has begun and not ended.</summary>
    NotBegun,

    /// <summary>Somebody, or the provider itself, said no there.</summary>
    Denied,
    Unreachable,

    /// <summary>What the provider sent is not what it has to be.</summary>
    Untrusted,
    NoRole,
    NoService,
    NoName,
    NameTaken,
    Removed,
    LastAdministrator,

    /// <summary>Whoever came back is not signed in as whoever began to link an account.</summary>
    NotTheirs,

    /// <summary>The account at the provider is linked already, or the one here is.</summary>
    LinkedAlready,
}

/// <summary>A single sign-on that ends without a session.</summary>
/// <param name="reason">For the log: without secrets, and without anything that somebody else has written.</param>
internal sealed class SignOnRefusedException(SignOnRefusal refusal, string reason, Exception? cause = null) : Exception(reason, cause)
{
    public SignOnRefusal Refusal { get; } = refusal;

    /// <summary>Whether somebody who is signed in wanted to link their account, and not to sign in.</summary>
    public bool Links { get; init; }

    /// <summary>Where the person wanted to go; null where nothing is known of it.</summary>
    public string? To { get; init; }
}

internal static class SignOnRefusals
{
    /// <summary>The word by which an address names it.</summary>
    public static string Word(this SignOnRefusal refusal) =>
        string.Concat(refusal.ToString().Select((letter, at) => char.IsAsciiLetterUpper(letter) && at > 0 ? $"-{letter}" : $"{letter}")).ToLowerInvariant();

    /// <summary>What the person reads: what has happened, and what to do or whom to ask. Null for a word that stands for nothing.</summary>
    /// <param name="provider">What people call it: your council account.</param>
    public static string? Text(string? word, string provider) => Enum.GetValues<SignOnRefusal>().Cast<SignOnRefusal?>().FirstOrDefault(refusal => refusal!.Value.Word() == word) switch
    {
        SignOnRefusal.NotBegun => $"That sign-in was not begun in this browser, was ended already, or took too long. Begin again: choose Sign in with {provider}.",
        SignOnRefusal.Denied => $"You were not signed in with {provider}: it was declined there. Begin again if that was a mistake.",
        SignOnRefusal.Unreachable => $"Signing in with {provider} does not work at the moment: the service behind it cannot be reached. Try again in some minutes.",
        SignOnRefusal.Untrusted => $"What came back for {provider} could not be trusted, so nobody was signed in. Try again; if it happens again, tell whoever runs Outturn. Its log says what was wrong.",
        SignOnRefusal.NoRole => $"You have no role in Outturn. Ask whoever looks after {provider} to give you one there.",
        SignOnRefusal.NoService => $"Your role in Outturn is for your own services, and none of this council's is named for you. Ask whoever looks after {provider} to name them there.",
        SignOnRefusal.NoName => $"There is no sign-in name for you that Outturn can use. Ask whoever looks after {provider} to give you a user name, or to confirm your e-mail address.",
        SignOnRefusal.NameTaken => "There is somebody of your sign-in name here already, and it cannot be told that you are the same person. If you are, sign in with your password and link the two under your name; else ask an administrator of Outturn.",
        SignOnRefusal.Removed => "Your access to Outturn was taken away. Ask an administrator of Outturn to give it back.",
        SignOnRefusal.LastAdministrator => $"You are the last administrator here, and are no longer one by {provider}. Ask whoever looks after it to make somebody an administrator first.",
        SignOnRefusal.NotTheirs => "You are not signed in as whoever began to link their account here: nothing was linked. Begin again.",
        SignOnRefusal.LinkedAlready => $"Nothing was linked: what you chose for {provider} belongs to an account of Outturn already. Sign out there and choose your own, or ask an administrator of Outturn.",
        _ => null,
    };
}
