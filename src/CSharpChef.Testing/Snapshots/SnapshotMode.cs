namespace CSharpChef.Testing;

/// <summary>What happens with a snapshot that is missing or differs.</summary>
internal enum SnapshotMode
{
    /// <summary>The test fails, and tells how to accept what was received.</summary>
    Compare,

    /// <summary>The verified file is written.</summary>
    Accept,

    /// <summary>The test fails. Nothing is ever accepted.</summary>
    Ci,
}
