namespace CSharpChef.Converge.Ssh.Config;

/// <summary>The client that connects to hosts.</summary>
internal enum Transport
{
    /// <summary>The built-in client, or the user's ssh for a host whose settings only ssh honours.</summary>
    Auto,

    Builtin,

    /// <summary>The user's ssh program.</summary>
    OpenSsh,
}
