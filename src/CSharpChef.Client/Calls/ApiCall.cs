namespace CSharpChef.Client.Calls;

/// <summary>One call, over all its tries.</summary>
internal sealed class ApiCall(string target, byte[] body)
{
    public string Target { get; } = target;

    public byte[] Body { get; } = body;

    /// <summary>By this the server knows a second try of the same call, and answers it as it did the first.</summary>
    public string Invocation { get; } = Guid.NewGuid().ToString();

    public int Tried { get; set; }
}
