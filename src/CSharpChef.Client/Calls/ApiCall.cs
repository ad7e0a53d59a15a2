namespace CSharpChef.Client.Calls;

/// <summary>A call with all its attempts.</summary>
internal sealed class ApiCall(string target, byte[] body)
{
    public string Target { get; } = target;

    public byte[] Body { get; } = body;

    /// <summary>The server recognizes a repeated call by this id, and repeats its answer.</summary>
    public string Invocation { get; } = Guid.NewGuid().ToString();

    public int Tried { get; set; }
}
