using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Runs;

[Description("Reads the log of a command from a position on, also while the command runs.")]
internal sealed class DescribeCommandLog : Query<DescribeCommandLog.Request, DescribeCommandLog.Response>
{
    private const int Most = 256 << 10;

    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var from = request.Position ?? 0;
        Validate.Range("Position", from, 0, int.MaxValue);
        var command = await call.GetAsync<Command>(request.CommandId);
        var text = await call.Store.ReadLogAsync(command.CommandId, from, Most);
        var isComplete = command.Status != CommandStatus.Pending && text.Length < Most;
        return new(text, from + text.Length, isComplete, command.Ending);
    }

    internal sealed record Request
    {
        [Description("The command.")]
        public required string CommandId { get; init; }

        [Description("The position from which to read: 0, or the NextPosition of an earlier answer.")]
        public int? Position { get; init; }
    }

    /// <param name="Text">The next part of the log.</param>
    /// <param name="NextPosition">The position behind it.</param>
    /// <param name="IsComplete">True when the command has ended and no more text follows.</param>
    /// <param name="Ending">How the command ended, as a sentence; absent while it has not.</param>
    internal sealed record Response(string Text, int NextPosition, bool IsComplete, string? Ending);
}
