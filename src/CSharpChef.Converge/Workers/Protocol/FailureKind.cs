namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>Who must act on an error that crosses the pipe.</summary>
internal enum FailureKind
{
    /// <summary>The author of the cookbook.</summary>
    Recipe,

    /// <summary>The operator of a store of secrets.</summary>
    SecretStore,

    /// <summary>A command on the node failed, or the node did not answer.</summary>
    Node,
}
