namespace CSharpChef.Client.Calls;

/// <summary>An access key, which signs requests.</summary>
internal sealed class KeyPair(string id, string secret)
{
    public string Id { get; } = id;

    public string Secret { get; } = secret;

    public override string ToString() => Id;
}
