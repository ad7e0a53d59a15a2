using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Tests.Stacks.Runs;

/// <summary>A command on one online instance of a stack, and its layers, for tests to change.</summary>
internal static class SampleContext
{
    public static CommandContext Create()
    {
        var instance = new Instance
        {
            InstanceId = "i",
            StackId = "s",
            Arn = "a",
            Status = InstanceStatus.Online,
            CreatedAt = default,
            Hostname = "web1",
            PrivateIp = "10.0.0.1",
            PublicIp = "192.0.2.1",
        };
        var stack = new Stack { StackId = "s", Arn = "a", Region = "local", CreatedAt = default, Name = "shop" };
        return new(Command("configure"), instance, stack) { Layers = [], Members = [instance] };
    }

    public static Command Command(string type) => new()
    {
        CommandId = "c",
        InstanceId = "i",
        StackId = "s",
        CreatedAt = default,
        Status = CommandStatus.Pending,
        Type = type,
    };

    public static Layer Layer(string[] setup, string[] deploy) => new()
    {
        LayerId = "l",
        StackId = "s",
        Arn = "a",
        Type = LayerType.Custom,
        CreatedAt = default,
        Shortname = "web",
        CustomRecipes = new() { Setup = setup, Deploy = deploy },
    };
}
