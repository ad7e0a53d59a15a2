using CSharpChef.Converge.Secrets;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Stacks.Secrets;

[Description("Stores a secret that the stack's recipes read by its name. No call shows its value again.")]
internal sealed class SetStackSecret : Change<SetStackSecret.Request, Empty>
{
    private const int LongestName = 64;
    private const int MostSecrets = 500;
    private const int LongestValue = 16 << 10;

    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Check(request);
        var before = await StackSecret.FindAsync(call.Store, stack.StackId, request.Name);
        var after = (before ?? New(stack, request, call)) with
        {
            Value = request.Value,
            UpdatedAt = call.Now,
            UpdatedBy = call.Caller.UserArn,
        };
        if (before is not null)
        {
            await call.Store.SaveAsync(before, after);
            return Empty.Value;
        }

        Validate.NoMoreThan(
            MostSecrets, await call.Store.CountAsync<StackSecret>(stack.StackId), "secrets in a stack");
        await call.Store.AddAsync(after);
        return Empty.Value;
    }

    private static StackSecret New(Stack stack, Request request, Call call) => new()
    {
        SecretId = call.NewId(),
        StackId = stack.StackId,
        Name = request.Name,
        Value = request.Value,
        UpdatedAt = call.Now,
        UpdatedBy = call.Caller.UserArn,
    };

    private static void Check(Request request)
    {
        if (request.Name.Length is 0 or > LongestName)
        {
            throw ApiError.Invalid("Name", $"must have 1 to {LongestName} characters");
        }

        Validate.Alphabet("Name", request.Name, "-_.");
        if (request.Value.IsFiltered
            || request.Value.Clear is not { Length: >= SecretTexts.Shortest and <= LongestValue })
        {
            throw ApiError.Invalid(
                "Value", $"must have {SecretTexts.Shortest} to {LongestValue} characters: a shorter one could not be masked");
        }
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The name in recipes, as in Secret(\"NAME\"): letters, digits, -, _ and ., at most 64.")]
        public required string Name { get; init; }

        [Description("The value, with 4 to 16384 characters.")]
        [Limit(4 * LongestValue)]
        [Multiline]
        public required Secret Value { get; init; }
    }
}
