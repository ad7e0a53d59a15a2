namespace CSharpChef.Testing;

// Sets what recipes see of the stack of the machine.
public sealed partial class FakeNode
{
    internal const string MissingStack =
        "the recipe reads the stack of its instance, and this test gives none: set one before the run:\n"
        + "    node.WithStack(new StackData(\"web1\") { Instances = [new InstanceInfo(\"web1\")] });";

    /// <summary>
    /// Sets what the recipe sees of its stack, as on a server: <c>Node.Stack</c>, <c>Node.Layer("db")</c>,
    /// <c>Node.Apps</c>, the data bags of OpsWorks, and so on. <c>Publish</c> needs it too;
    /// <see cref="ConvergeOutcome.Published"/> has what was published.
    /// </summary>
    /// <exception cref="ChefTestException">The data has no instance of the machine's own name, or an instance or app is
    /// in a layer that the data does not have.</exception>
    /// <example>
    /// <code>
    /// var node = FakeNode.Debian12().WithStack(new StackData("web1")
    /// {
    ///     Layers = [new LayerInfo("web"), new LayerInfo("db")],
    ///     Instances =
    ///     [
    ///         new InstanceInfo("web1") { Layers = ["web"] },
    ///         new InstanceInfo("db1") { Layers = ["db"], PrivateIp = "10.0.0.21" },
    ///     ],
    /// });
    /// </code>
    /// </example>
    public FakeNode WithStack(StackData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Instances.All(instance => instance.Hostname != data.Self))
        {
            throw new ChefTestException(
                $"the data of the stack has no instance {data.Self}: add new InstanceInfo(\"{data.Self}\") to its Instances");
        }

        var layers = data.Instances.SelectMany(instance => instance.Layers)
            .Concat(data.Apps.SelectMany(app => app.Layers));
        StackData = layers.FirstOrDefault(layer => data.Find(layer) is null) is { } missing
            ? throw new ChefTestException(
                $"the data of the stack has no layer {missing}: add new LayerInfo(\"{missing}\") to its Layers")
            : data;
        return this;
    }
}
