using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// A key to try, opened only when the server has refused the keys before it. Its name goes into messages, its content
/// never does. A key that is not required and cannot be opened is skipped.
/// </summary>
internal sealed record Identity(string Name, bool Required, Func<IPrivateKeySource> Open);
