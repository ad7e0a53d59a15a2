using CSharpChef.Stacks.Fleet.Turns;

namespace CSharpChef.Tests.Stacks.Fleet.Turns;

public sealed class TurnOrderTests
{
    private static readonly Dictionary<string, int> NoLimits = [];

    [Fact]
    public void A_stack_with_one_command_runs_second_however_many_commands_another_stack_has()
    {
        var waiting = Enumerable.Range(1, 1000).Select(number => Turn("busy", number)).Append(Turn("calm", 1)).ToList();

        var order = Run(new TurnOrder(1, NoLimits), waiting).Take(3).Select(turn => $"{turn.Stack} {turn.Command}");

        Assert.Equal(["busy 1", "calm 1", "busy 2"], order);
    }

    [Fact]
    public void Stacks_take_turns_and_their_commands_come_in_their_order()
    {
        List<RunTurn> waiting = [Turn("a", 1), Turn("a", 2), Turn("b", 1), Turn("b", 2), Turn("c", 1)];

        var order = Run(new TurnOrder(1, NoLimits), waiting).Select(turn => $"{turn.Stack}{turn.Command}");

        Assert.Equal(["a1", "b1", "c1", "a2", "b2"], order);
    }

    [Fact]
    public void A_stack_at_its_own_limit_is_passed_over()
    {
        var order = new TurnOrder(10, new Dictionary<string, int> { ["a"] = 1 });

        Assert.Equal(Turn("b", 1), order.Next([Turn("a", 2), Turn("b", 1)], [Turn("a", 1)], ["a"]));
        Assert.Null(order.Next([Turn("a", 2)], [Turn("a", 1)], ["a"]));
    }

    [Fact]
    public void Nothing_gets_a_turn_while_the_server_runs_as_many_commands_as_it_may() =>
        Assert.Null(new TurnOrder(1, NoLimits).Next([Turn("b", 1)], [Turn("a", 1)], ["a"]));

    // Each command ends before the next one begins.
    private static IEnumerable<RunTurn> Run(TurnOrder order, List<RunTurn> waiting)
    {
        var recent = new List<string>();
        while (order.Next(waiting, [], recent) is { } next)
        {
            waiting.Remove(next);
            recent.Remove(next.Stack);
            recent.Add(next.Stack);
            yield return next;
        }
    }

    private static RunTurn Turn(string stack, int number) => new($"{stack}-instance-{number}", $"{number}", stack);
}
