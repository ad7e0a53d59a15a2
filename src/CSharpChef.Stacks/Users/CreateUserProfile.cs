using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Creates a user, who signs in with a key from CreateAccessKey.")]
internal sealed class CreateUserProfile : Change<CreateUserProfile.Request, CreateUserProfile.Response>
{
    public override Right Right => Right.Admin;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var name = UserRules.Name(request.IamUserArn);
        UserRules.PublicKey(request.SshPublicKey);
        await call.LockServerAsync();
        if (await call.Store.FindAsync<UserProfile>(request.IamUserArn) is not null)
        {
            throw ApiError.Invalid("IamUserArn", $"is {request.IamUserArn}, and a user with that ARN exists already");
        }

        var user = new UserProfile
        {
            IamUserArn = request.IamUserArn,
            Name = name,
            SshUsername = UserRules.SshUsername(request.SshUsername, name),
            SshPublicKey = Patch.Merge(request.SshPublicKey, null),
            AllowSelfManagement = request.AllowSelfManagement == true,
            CreatedAt = call.Now,
        };
        await call.Store.AddAsync(user, UserRules.Warnings(user, before: null));
        return new(request.IamUserArn);
    }

    internal sealed record Request
    {
        [Description("An ARN such as arn:aws:iam::123456789012:user/alice; its last part is the name.")]
        public required string IamUserArn { get; init; }

        [Description("The account on machines. Default: made from the name.")]
        public string? SshUsername { get; init; }

        [Description("The public SSH key, as in a .pub file.")]
        [Limit(Limits.KeyBytes)]
        [Multiline]
        public string? SshPublicKey { get; init; }

        [Description("Whether the user may change their own public key.")]
        public bool? AllowSelfManagement { get; init; }
    }

    internal sealed record Response(string IamUserArn);
}
