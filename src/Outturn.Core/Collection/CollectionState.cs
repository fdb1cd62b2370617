namespace Outturn.Core.Collection;

/// <summary>How far one figure of a round has come. The numbers are kept in stores, and never change.</summary>
public enum CollectionState
{
    Awaited = 0,

    /// <summary>Sent by a service, and not approved yet.</summary>
    Submitted = 1,

    /// <summary>Sent back with a reason, to be submitted again.</summary>
    Returned = 2,

    Approved = 3,

    /// <summary>Closed: only unlocking it with a reason opens it again.</summary>
    Locked = 4,
}

/// <summary>What can be done with one figure of a round.</summary>
public enum CollectionVerb
{
    Submit,
    Return,
    Approve,
    Lock,
    Unlock,
}
