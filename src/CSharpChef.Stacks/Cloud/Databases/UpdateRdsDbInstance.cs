using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Cloud.Databases;

[Says("Changes the user or password of a registered database. Deploy afterwards.")]
internal sealed class UpdateRdsDbInstance : Operation<UpdateRdsDbInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var database = await call.GetAsync<RdsDbInstance>(request.RdsDbInstanceArn);
        Validate.Text("DbUser", request.DbUser, 255);
        await call.Store.SaveAsync(database, database with
        {
            DbUser = string.IsNullOrEmpty(request.DbUser) ? database.DbUser : request.DbUser,
            DbPassword = Secret.Over(request.DbPassword, database.DbPassword) ?? database.DbPassword,
        });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The database.")]
        public required string RdsDbInstanceArn { get; init; }

        [Says("Its user.")]
        public string? DbUser { get; init; }

        [Says("That user's password. Read back filtered.")]
        public Secret? DbPassword { get; init; }
    }
}
