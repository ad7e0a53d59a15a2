using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users.Keys;

[Description("Deletes a bearer token and those created with it. Calls with them are refused from now on.")]
internal sealed class DeleteToken : Change<DeleteToken.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.SignedIn;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var token = await CredentialOwner.GetAsync<Token>(request.TokenId, token => token.IamUserArn, call);
        await TokenRules.RemoveAsync(call.Store, token);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The token's id, as DescribeTokens lists it.")]
        public required string TokenId { get; init; }
    }
}
