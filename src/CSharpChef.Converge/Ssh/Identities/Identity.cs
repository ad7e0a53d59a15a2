using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// A key to try, opened only when its turn comes. Its name goes into messages; its content never does.
/// One that is not required and cannot be opened is passed over.
/// </summary>
internal sealed record Identity(string Name, bool Required, Func<IPrivateKeySource> Open);
