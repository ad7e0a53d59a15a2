using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Pool;

/// <summary>Runs the recipes of a command in workers.</summary>
internal sealed class WorkerEvaluator(WorkerPool pool, CommandKey key, WorkerFolders folders) : IEvaluator
{
    public async Task<IEvaluation> StartAsync(
        IReadOnlyList<RunListItem> runList, Node node, EvaluationOptions options, CancellationToken ct)
    {
        if (runList.Count == 0)
        {
            throw new UsageException("there is no recipe to run: name one in the run list");
        }

        var request = new ServerMessage.Run(
            [.. runList.Select(item => item.ToString())],
            NodeMessages.Of(node, node),
            options.Nodes?.NodesFor(node).Select(each => NodeMessages.Of(each, node)).ToList(),
            node.KnownData,
            (long)options.TimeLimit.TotalMilliseconds);
        return new WorkerEvaluation(await pool.TakeAsync(key, folders, ct), request, node, options);
    }
}
