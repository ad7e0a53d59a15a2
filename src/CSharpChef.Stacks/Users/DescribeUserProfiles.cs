using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Lists users: those of the ARNs, or all.")]
internal sealed class DescribeUserProfiles : Query<DescribeUserProfiles.Request, DescribeUserProfiles.Response>
{
    public override Right Right => Right.Admin;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(call.Read<UserProfile>(request.IamUserArns is { Count: > 0 } arns
            ? await call.CheckAsync<UserProfile>(arns)
            : await call.Store.IdsAsync<UserProfile>()));

    internal sealed record Request
    {
        [Description("The users; all if empty.")]
        public IReadOnlyList<string>? IamUserArns { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<UserProfile> UserProfiles);
}
