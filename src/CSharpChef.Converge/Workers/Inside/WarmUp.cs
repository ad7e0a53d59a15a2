using CSharpChef.Converge.Workers.Protocol;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>
/// Reads and writes a message of the kinds that every run has, before a run waits for the worker: .NET compiles code at
/// its first use.
/// </summary>
internal static class WarmUp
{
    public static void Run(ServerPipe pipe)
    {
        var node = new Node("node", Facts.None, NodeAttributes.None);
        var run = new ServerMessage.Run(["web::default"], NodeMessages.Of(node, node), null, new StackData("node"), TimeLimit: 1);
        var resources = new SentResources(pipe, node);
        _ = NodeMessages.ToNode(((ServerMessage.Run)pipe.Parse(pipe.TextOf<ServerMessage>(run))!).Node);
        _ = pipe.TextOf<WorkerMessage>(new WorkerMessage.Declared(resources.MessageOf(new Sample())));
        _ = pipe.TextOf<WorkerMessage>(new WorkerMessage.Finished(
            [1], ["web::default"], new Dictionary<string, string>(), FactsRead: 0));
    }

    private sealed class Sample() : Resource("/sample")
    {
        private ResourceAction Create => Act(_ => [new FileStep(Name) { Mode = new Permissions(0) }]);

        protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
    }
}
