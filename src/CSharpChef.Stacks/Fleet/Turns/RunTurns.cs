using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Fleet.Turns;

/// <summary>The turns of the commands that run on this server at once.</summary>
internal sealed class RunTurns(int onServer)
{
    /// <summary>How many commands a server runs at once, unless its operator says otherwise.</summary>
    public const int Usual = 64;

    private readonly Lock gate = new();
    private readonly LinkedList<(RunTurn Turn, WakeSignal Wake)> waiting = [];
    private readonly List<RunTurn> running = [];
    private readonly List<string> recent = [];
    private readonly Dictionary<string, int> ofStacks = [];

    /// <summary>Takes a turn, or waits for one.</summary>
    /// <param name="turn">The command.</param>
    /// <param name="ofStack">How many commands of its stack run at once; null without a limit.</param>
    /// <param name="wake">Is set when a command that waits has got its turn.</param>
    /// <returns>True when the command has its turn.</returns>
    public bool TryTake(RunTurn turn, int? ofStack, WakeSignal wake)
    {
        lock (gate)
        {
            if (running.Contains(turn))
            {
                return true;
            }

            SetLimit(turn.Stack, ofStack);
            if (waiting.All(each => each.Turn != turn))
            {
                Remove(turn.Instance);
                waiting.AddLast((turn, wake));
            }

            Grant();
            return running.Contains(turn);
        }
    }

    /// <summary>Ends the turn of an instance, or its wait for one.</summary>
    public void Leave(string instance)
    {
        lock (gate)
        {
            Remove(instance);
            Grant();
        }
    }

    /// <summary>What a command waits for; null when it has a turn, or wants none.</summary>
    public CommandWait? WaitOf(string command)
    {
        lock (gate)
        {
            return waiting.FirstOrDefault(each => each.Turn.Command == command).Turn is not { } turn ? null
                : Order.IsFull(turn.Stack, running)
                    ? Wait(ofStacks[turn.Stack], "stack", running.First(each => each.Stack == turn.Stack))
                : Wait(onServer, "server", running.FirstOrDefault());
        }
    }

    private TurnOrder Order => new(onServer, ofStacks);

    private static CommandWait Wait(int most, string whose, RunTurn? behind) => new()
    {
        Reason = $"the {whose} runs {most} command{(most == 1 ? "" : "s")} at once",
        BehindCommandId = behind?.Command,
    };

    private void SetLimit(string stack, int? most)
    {
        if (most is { } limit)
        {
            ofStacks[stack] = limit;
        }
        else
        {
            ofStacks.Remove(stack);
        }
    }

    private void Remove(string instance)
    {
        running.RemoveAll(turn => turn.Instance == instance);
        for (var each = waiting.First; each is not null; each = each.Next)
        {
            if (each.Value.Turn.Instance == instance)
            {
                waiting.Remove(each);
                return;
            }
        }
    }

    private void Grant()
    {
        while (Order.Next([.. waiting.Select(each => each.Turn)], running, recent) is { } next)
        {
            var taken = waiting.First(each => each.Turn == next);
            waiting.Remove(taken);
            running.Add(next);
            recent.Remove(next.Stack);
            recent.Add(next.Stack);
            taken.Wake.Set();
        }
    }
}
