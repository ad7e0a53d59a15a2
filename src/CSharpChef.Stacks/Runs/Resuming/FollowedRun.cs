using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Runs;
using CSharpChef.Converge.Shell;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Runs.Records;
using CSharpChef.Stacks.Store;
using CommandResult = CSharpChef.Stacks.Fleet.CommandResult;

namespace CSharpChef.Stacks.Runs.Resuming;

/// <summary>Follows the newest part of a command that another server, or this one before a crash, began.</summary>
internal sealed class FollowedRun(
    DocumentStore store, CommandContext context, RunSettings settings, CommandLog log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly ShellProgram NoContent = new([], "", "");

    /// <returns>The result of the command; null when it begins again from its first part.</returns>
    public async Task<CommandResult?> RunAsync(
        ServerHost host, CommandPart part, CancellationToken cancel, CancellationToken ct)
    {
        log.Add($"the server ended while the command ran: its part {part.Number} is followed ({part.Run})");
        using var withoutContent = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        while (true)
        {
            var journal = new JournalReader(log.Add);
            try
            {
                var end = await FollowAsync(host, part, journal, withoutContent, ct);
                var ending = Resumption.Of(context.Command.Type, part, EndOf(end, journal), journal);
                log.Add(ending?.Ending ?? "the command begins again");
                if (ending is not null)
                {
                    await RunRecords.EndAsync(store, context.Command, journal.Results);
                }

                return ending;
            }
            catch (ConnectionException e) when (!cancel.IsCancellationRequested)
            {
                log.Add($"{e.Message}: another try follows");
                await Task.Delay(Pause, settings.Clock, ct);
            }
        }
    }

    // A run that was ended because its content is gone was not cancelled by anybody.
    private static FollowEnd EndOf(FollowEnd end, JournalReader journal) =>
        journal.NeedsContent && journal.ExitCode is not 0 ? FollowEnd.Interrupted : end;

    private async Task<FollowEnd> FollowAsync(
        ServerHost host, CommandPart part, JournalReader journal, CancellationTokenSource cancel, CancellationToken ct)
    {
        var options = ServerSession.Options(host, settings.FactsOf(context.Instance)) with { Cancel = cancel.Token };
        await using var session = ServerSession.Open(host, options, ConvergeMode.Converge, ct);
        var token = RunToken.New();
        return await session.FollowAsync(RunName.Parse(part.Run), token, NoContent, OnLine, log.Add, ct);

        void OnLine(int number, string line)
        {
            journal.Read(RunToken.Remove(token, line));
            if (journal.NeedsContent)
            {
                cancel.Cancel();
            }
        }
    }
}
