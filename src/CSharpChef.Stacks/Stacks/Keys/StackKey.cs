using CSharpChef.Converge.Ssh.Identities;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Stacks.Keys;

/// <summary>The key with which the server logs in to the machines of one stack.</summary>
/// <param name="PublicKey">The public key as in authorized_keys: its type and itself, without a comment.</param>
/// <param name="PrivateKey">The text of the private key, in the format of OpenSSH.</param>
internal sealed record StackKey(string PublicKey, Secret PrivateKey)
{
    /// <summary>The public key as a line of authorized_keys, with the name of the stack as its comment.</summary>
    public string LineFor(string? stack) => $"{PublicKey} csharpchef stack {stack}";

    public static StackKey New()
    {
        var pair = KeyPair.New();
        return new(pair.PublicKey, Secret.New(pair.PrivateKey));
    }
}
