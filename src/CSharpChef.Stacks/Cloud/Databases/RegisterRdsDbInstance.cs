using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Cloud.Databases;

[Description("Registers a database with a stack, so that apps can use it.")]
internal sealed class RegisterRdsDbInstance : Change<RegisterRdsDbInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        Validate.Name("DbUser", request.DbUser);
        if (request.RdsDbInstanceArn.Split(':') is not ["arn", _, "rds", var region, _, "db", { Length: > 0 } name])
        {
            throw ApiError.Malformed(
                "RdsDbInstanceArn",
                request.RdsDbInstanceArn,
                "it must look like arn:aws:rds:REGION:ACCOUNT:db:NAME");
        }

        if (request.DbPassword.IsFiltered)
        {
            throw ApiError.Invalid("DbPassword", "is the filtered text, but no password is stored");
        }

        await call.LockServerAsync();
        if (await call.Store.FindAsync<RdsDbInstance>(request.RdsDbInstanceArn) is not null)
        {
            throw ApiError.Invalid("RdsDbInstanceArn", $"is {request.RdsDbInstanceArn}, which is already registered");
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
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The database's ARN, such as arn:aws:rds:REGION:ACCOUNT:db:NAME.")]
        public required string RdsDbInstanceArn { get; init; }

        [Description("The database user.")]
        public required string DbUser { get; init; }

        [Description("The user's password. Returned filtered.")]
        public required Secret DbPassword { get; init; }
    }
}
