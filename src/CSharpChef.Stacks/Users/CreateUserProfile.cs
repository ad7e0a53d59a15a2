using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Description("Makes a user. CreateAccessKey lets them sign in.")]
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
            throw ApiError.Invalid("IamUserArn", $"is {request.IamUserArn}, and that user is there already");
        }

        await call.Store.AddAsync(new UserProfile
        {
            IamUserArn = request.IamUserArn,
            Name = name,
            SshUsername = UserRules.SshUsername(Patch.Merge(request.SshUsername, name)!),
            SshPublicKey = Patch.Merge(request.SshPublicKey, null),
            AllowSelfManagement = request.AllowSelfManagement == true,
            CreatedAt = call.Now,
        });
        return new(request.IamUserArn);
    }

    internal sealed record Request
    {
        [Description("Like arn:aws:iam::123456789012:user/alice; the last word is the name.")]
        public required string IamUserArn { get; init; }

        [Description("Their account on machines; from the name if not given.")]
        public string? SshUsername { get; init; }

        [Description("Their public key, as in a .pub file.")]
        public string? SshPublicKey { get; init; }

        [Description("Whether they may change their own public key.")]
        public bool? AllowSelfManagement { get; init; }
    }

    internal sealed record Response(string IamUserArn);
}
