using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description(
    "Pauses a stack: commands that the server starts by itself, such as Configure after an instance came online, wait until the end of the pause. What users start runs. A stack that is paused already gets the new reason and end.")]
internal sealed class PauseStack : Change<PauseStack.Request, Empty>
{
    private const int LongestReason = 255;

    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.Text("Reason", request.Reason, LongestReason);
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            throw ApiError.Invalid("Reason", "must not be empty: others want to know why nothing happens");
        }

        var current = stack.Pause?.IsActive(call.Now) == true ? stack.Pause : null;
        await call.Store.SaveAsync(stack, stack with
        {
            Pause = new()
            {
                Reason = request.Reason,
                By = call.Caller.UserArn,
                Since = current?.Since ?? call.Now,
                Until = PauseEnd.Read(request.Until, request.For, call.Now),
            },
        });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("Why nothing starts by itself, for others to read.")]
        public required string Reason { get; init; }

        [Description("When the pause ends by itself: a time with its zone, such as 2026-11-24T12:00:00Z. Default: when somebody resumes the stack.")]
        public string? Until { get; init; }

        [Description("How long the pause lasts, instead of Until: a number with m, h or d, such as 90m or 2h.")]
        public string? For { get; init; }
    }
}
