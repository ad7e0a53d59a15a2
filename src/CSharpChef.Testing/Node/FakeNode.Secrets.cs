using CSharpChef.Converge.DataBags;

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

    /// <summary>
    /// Sets an item of a data bag. A test reads no folder of data bags unless <see cref="WithDataBags"/> names it.
    /// </summary>
    /// <param name="bag">The name of the data bag.</param>
    /// <param name="item">The name of the item.</param>
    /// <param name="values">An object such as <c>new { shell = "/bin/bash" }</c>.</param>
    /// <param name="encrypted">Whether the recipe sees an encrypted item, whose texts are secrets.</param>
    /// <exception cref="RecipeException">A name is not valid.</exception>
    /// <exception cref="ChefTestException">The value is not an object with names.</exception>
    /// <example>
    /// <code>
    /// node.WithDataBagItem("users", "alice", new { shell = "/bin/bash" });
    /// </code>
    /// </example>
    public FakeNode WithDataBagItem(string bag, string item, object values, bool encrypted = false)
    {
        var call = $"WithDataBagItem(\"{bag}\", \"{item}\")";
        Machine.DataBags.Set(new ItemText(ItemName.Parse(bag, item), GivenObject.Of(values, call).ToJsonString(), call)
        {
            IsEncrypted = encrypted,
        });
        return this;
    }

    /// <summary>
    /// Sets the plain items of a folder of data bags. Encrypted ones need <see cref="WithDataBagItem"/>: a test has no
    /// key.
    /// </summary>
    /// <exception cref="RecipeException">The folder does not exist, or the JSON of an item is wrong.</exception>
    /// <example><code>node.WithDataBags("data_bags");</code></example>
    public FakeNode WithDataBags(string folder)
    {
        Machine.DataBags.SetPlain(folder);
        return this;
    }
}
