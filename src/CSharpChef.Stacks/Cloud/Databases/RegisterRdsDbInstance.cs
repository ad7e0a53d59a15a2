using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Cloud.Databases;

[Says("Takes a database into a stack, so that apps can name it.")]
internal sealed class RegisterRdsDbInstance : Operation<RegisterRdsDbInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.Name("DbUser", request.DbUser);
        if (request.RdsDbInstanceArn.Split(':') is not ["arn", _, "rds", var region, _, "db", { Length: > 0 } name])
        {
            throw Refuse.Unlike(
                "RdsDbInstanceArn",
                request.RdsDbInstanceArn,
                "a database is named like arn:aws:rds:REGION:ACCOUNT:db:NAME");
        }

        await call.LockServerAsync();
        if (await call.Store.FindAsync<RdsDbInstance>(request.RdsDbInstanceArn) is not null)
        {
            throw Refuse.Invalid("RdsDbInstanceArn", $"is {request.RdsDbInstanceArn}, which is registered already");
        }

        await call.Store.AddAsync(new RdsDbInstance
        {
            RdsDbInstanceArn = request.RdsDbInstanceArn,
            DbInstanceIdentifier = name,
            DbUser = request.DbUser,
            DbPassword = request.DbPassword,
            Region = region,
            StackId = stack.StackId,
        });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The stack.")]
        public required string StackId { get; init; }

        [Says("The database, like arn:aws:rds:REGION:ACCOUNT:db:NAME.")]
        public required string RdsDbInstanceArn { get; init; }

        [Says("Its user.")]
        public required string DbUser { get; init; }

        [Says("That user's password. Read back filtered.")]
        public required Secret DbPassword { get; init; }
    }
}
