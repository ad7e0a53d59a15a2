using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Runs.Resuming;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>Runs commands on machines over SSH.</summary>
internal sealed class RecipeCommands(DocumentStore store, IStackRecipes recipes, RunSettings settings) : ICommandRunner
{
    private readonly ServerHosts hosts = new(store);

    public async Task<CommandResult> RunAsync(
        Command command, Instance instance, Func<CommandPart?, Task> storePart, CancellationToken cancel,
        CancellationToken ct)
    {
        if (await CommandContext.ReadAsync(store, command, ct) is not { } context)
        {
            return new(CommandStatus.Skipped, "the instance was deleted");
        }

        if (context.SkipReason is { } reason)
        {
            return new(CommandStatus.Skipped, reason) { ExitCode = 0 };
        }

        await using var log = await CommandLog.OpenAsync(store, command.CommandId, settings.Clock, ct);
        try
        {
            var host = await hosts.FindAsync(context.Instance, ct);
            if (command.Part is { } part && host is not null
                && await new FollowedRun(store, context, settings, log)
                    .RunAsync(host, part, cancel, ct) is { } followed)
            {
                return followed;
            }

            var answers = ServerAnswers.Of(store, context.Stack);
            var report = await new MachineRun(store, context, settings, log, answers, storePart)
                .RunAsync(host, recipes, cancel, ct);
            log.Add(report.Error?.Message ?? RunText.Summary(report, command.IsPlan));
            return ResultOf(report, command.IsPlan, cancel.IsCancellationRequested);
        }
        catch (ConnectionException e)
        {
            log.Add(e.Message);
            return cancel.IsCancellationRequested
                ? new(CommandStatus.Failed, "it was cancelled") { ExitCode = 1 }
                : new(CommandStatus.Expired, e.Message);
        }
        catch (ChefException e)
        {
            log.Add(e.Message);
            return new(CommandStatus.Failed, e.Message) { ExitCode = e.ExitCode };
        }
    }

    private static CommandResult ResultOf(HostReport report, bool isPlan, bool isCancelled) => report switch
    {
        { Status: HostStatus.Ok } => new(CommandStatus.Successful, RunText.Summary(report, isPlan))
        {
            ExitCode = 0,
            Published = isPlan ? new Dictionary<string, string>() : report.Published,
        },
        { Status: HostStatus.Unreachable, Error: { } error } => new(CommandStatus.Expired, error.Message),
        { Error: { } error } => new(CommandStatus.Failed, error.Message) { ExitCode = error.ExitCode },
        _ when isCancelled => new(CommandStatus.Failed, "it was cancelled") { ExitCode = 1 },
        _ => new(CommandStatus.Failed, RunText.Summary(report, isPlan)) { ExitCode = 1 },
    };
}
