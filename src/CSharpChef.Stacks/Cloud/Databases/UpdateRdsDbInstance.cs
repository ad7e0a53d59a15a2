using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Cloud.Databases;

[Description("Updates the user or password of a registered database. Deploy apps afterwards.")]
internal sealed class UpdateRdsDbInstance : Change<UpdateRdsDbInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var database = await call.GetAsync<RdsDbInstance>(request.RdsDbInstanceArn);
        Validate.Text("DbUser", request.DbUser, 255);
        await call.Store.SaveAsync(database, database with
        {
            DbUser = string.IsNullOrEmpty(request.DbUser) ? database.DbUser : request.DbUser,
            DbPassword = Secret.Merge(request.DbPassword, database.DbPassword) ?? database.DbPassword,
        });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The database's ARN.")]
        public required string RdsDbInstanceArn { get; init; }

        [Description("The database user.")]
        public string? DbUser { get; init; }

        [Description("The user's password. Returned filtered.")]
        public Secret? DbPassword { get; init; }
    }
}
