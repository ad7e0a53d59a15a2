using Renci.SshNet;

namespace CSharpChef.Converge;

/// <summary>A key to try, opened only when its turn comes. Its name goes into messages; its content never does.</summary>
internal sealed record Identity(string Name, Func<IPrivateKeySource?> Open);
