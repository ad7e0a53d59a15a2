using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Targets;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Runs.Accounts;
using CSharpChef.Stacks.Runs.Records;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Runs;

/// <summary>One attempt of a command on one machine: what every command does first, and then its recipes.</summary>
internal sealed class MachineRun(
    DocumentStore store, CommandContext context, RunSettings settings, CommandLog log, ControllerAnswers answers,
    Func<CommandPart?, Task> storePart)
{
    private readonly DateTimeOffset startedAt = settings.Clock.GetUtcNow();

    /// <exception cref="ChefException">The machine, its cookbooks or its recipes have a mistake.</exception>
    public async Task<HostReport> RunAsync(
        ServerHost? host, IStackRecipes recipes, CancellationToken cancel, CancellationToken ct)
    {
        var reached = host ?? throw new ConvergeException($"the address of {context.Instance.Hostname} is not known");
        List<RunListItem> runList =
            [.. RunLists.Of(context.Command, context.Layers).Select(text => RunListItem.Parse(text))];
        log.Add($"{(context.Command.IsPlan ? "plan of " : "")}{context.Command.Event} on {reached.Name} ({reached.Address}): {(runList.Count > 0 ? string.Join(", ", runList) : "no recipes")}");
        using var opened = await OpenAsync(recipes, runList, ct);
        await RunRecords.BeginAsync(store, context.Command, new()
        {
            CookbooksState = opened?.State,
            Recipes = [.. runList.Select(item => item.ToString())],
        });
        var request = RunRequests.Of(context, runList, opened, answers, settings.Clock, log.Add);
        await using var session = ServerSession.Open(reached, Options(reached, cancel), request.Mode, ct);
        await MachineReach.ConnectAsync(session.ConnectAsync, settings.Clock, log.Add, cancel, ct);
        await (context.Command.IsPlan ? storePart(null) : KeepLoginsAsync(session, ct));
        var report = await new ChefRun(request, Target(reached), session).RunAsync(ct);
        foreach (var resource in report.Resources.Where(IsShown))
        {
            log.Add(RunText.Of(resource));
        }

        await RunRecords.EndAsync(store, context.Command, [.. report.Resources.Select(RunRecords.ResultOf)]);
        return report;
    }

    private async Task<StackRecipes?> OpenAsync(
        IStackRecipes recipes, IReadOnlyList<RunListItem> runList, CancellationToken ct)
    {
        var isUpdate = context.Command.Type == EnumNames.Of(CommandName.UpdateCustomCookbooks);
        var opened = isUpdate || runList.Count > 0
            ? await recipes.OpenAsync(context, runList, isUpdate, log.Add, ct)
            : null;
        return opened is not null || runList.Count == 0 ? opened : throw new RecipeException(
            $"the stack {context.Stack.Name} has no cookbooks, and {runList[0]} is to run: set UseCustomCookbooks and CustomCookbooksSource");
    }

    private async Task KeepLoginsAsync(RealNodeSession session, CancellationToken ct)
    {
        if (context.LoginsProgram.Length == 0)
        {
            return;
        }

        var ended = await session.RunCommandAsync(context.LoginsProgram, ct);
        var result = MachineLogins.Read(ended.ExitCode, ended.Output);
        result.Changed.Concat(result.Skipped.Select(line => $"no account for {line}")).ToList().ForEach(log.Add);
        if (result.Login is LoginResult.NotYet failed)
        {
            throw new ConvergeException($"the accounts of users cannot be kept: {failed.Why}");
        }
    }

    private SessionOptions Options(ServerHost host, CancellationToken cancel) =>
        ServerSession.Options(host, settings.FactsOf(context.Instance)) with
        {
            Cancel = cancel,
            // A command that begins before the step has ended would find the machine busy.
            CancelLimit = Timeout.InfiniteTimeSpan,
            Programs = new ProgramHooks
            {
                NameOf = part => RunName.OfPart(startedAt, Guid.Parse(context.Command.CommandId), part),
                OnSend = (sent, _) => storePart(PartOf(sent)),
                OnLine = (_, _, _) => { },
            },
        };

    private static CommandPart PartOf(SentProgram sent) => new(sent.Part, sent.Name.Text, sent.Plan.Final)
    {
        Published = sent.Plan.Published.Count > 0 ? sent.Plan.Published : null,
    };

    private Target Target(ServerHost host) => host.Target with
    {
        Attributes = CustomJson.Of(context),
        Groups = [.. context.Layers.Select(layer => layer.Shortname!)],
    };

    // The changes are in the log since they were made.
    private static bool IsShown(ResourceReport report) =>
        report.Status == ResultStatus.Failed || report.Diff is not null;
}
