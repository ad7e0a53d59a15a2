namespace CSharpChef.Testing;

// Sets what recipes ask the controller for.
public sealed partial class FakeNode
{
    /// <summary>
    /// Sets the text of a secret by the name that recipes give to <c>Secret</c>. A test reads no store of secrets: a
    /// secret that is neither set here nor an attribute is an error, which shows the line to add.
    /// </summary>
    /// <example>
    /// <code>
    /// node.WithSecret("vault:secret/shop/db#password", "test-password");
    /// </code>
    /// </example>
    public FakeNode WithSecret(string name, string text)
    {
        Machine.Secrets.Set(name, text);
        return this;
    }
}
