using System.Text;
using System.Text.Json.Nodes;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;
using CSharpChef.Stacks.Users;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.TestSupport.Stacks;

/// <summary>
/// The control plane of one test, with its own store and a clock that moves only when the test moves it.
/// </summary>
internal sealed class TestPlane : IAsyncDisposable
{
    private readonly string folder;

    private TestPlane(string folder) => this.folder = folder;

    public FakeClock Clock { get; } = new();

    public ControlPlane Plane { get; private set; } = null!;

    public string Folder => folder;

    public Caller Admin { get; private set; } = null!;

    /// <param name="limits">The limits of the server. Default: the limits of a new server.</param>
    /// <param name="folder">The data folder, which is deleted at the end. Default: a new folder.</param>
    /// <param name="facts">Changes the facts about the server. Default: those of a new server.</param>
    public static async Task<TestPlane> StartAsync(
        Limits? limits = null, string? folder = null, Func<ServerFacts, ServerFacts>? facts = null)
    {
        var server = new TestPlane(folder ?? TemporaryFolder.CreateInMemory("csharpchef-stacks-"));
        var store = await TestStore.OpenAsync(server.folder, server.Clock);
        await FirstAdministrator.MakeAsync(store, (_, _) => { }, default);
        var account = await FirstAdministrator.AccountAsync(store, default);
        var usual = new ServerFacts
        {
            Account = account,
            Url = "http://127.0.0.1:8800",
            Limits = limits ?? new(),
            Providers = ["memory"],
            DefaultProvider = "memory",
        };
        server.Plane = new(store, facts?.Invoke(usual) ?? usual, server.Clock);
        var admin = Arn.OfUser(account, "admin");
        var keys = await store.ReadAsync(session => session.ListAsync<AccessKey>(admin), default);
        server.Admin = CallerOf(admin, keys[0].AccessKeyId, UserRole.Admin);
        return server;
    }

    /// <param name="arn">The user.</param>
    /// <param name="credential">The id of an access key or token of the user.</param>
    /// <param name="role">The role that was read when the call was authenticated.</param>
    public static Caller CallerOf(string arn, string credential, UserRole role = UserRole.Member) =>
        new(arn, role) { Credential = credential, Address = "127.0.0.1", RequestId = Guid.NewGuid().ToString() };

    /// <summary>Calls an operation, and returns its answer.</summary>
    public async Task<JsonNode> CallAsync(string operation, object? request = null, Caller? caller = null)
    {
        var body = request as string
            ?? Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(request ?? new { }));
        var target = operation.Contains('.', StringComparison.Ordinal) ? operation : $"{Prefix(operation)}.{operation}";
        return JsonNode.Parse(await Plane.CallAsync(target, Encoding.UTF8.GetBytes(body), caller ?? Admin, default))!;
    }

    /// <summary>Calls an operation that must be refused, and returns the refusal.</summary>
    public async Task<OperationException> RequireRefusalAsync(
        string operation, object? request = null, Caller? caller = null) =>
        await Assert.ThrowsAsync<OperationException>(() => CallAsync(operation, request, caller));

    public async Task<string> CreateStackAsync(string name = "shop") => (await CallAsync("CreateStack", new
    {
        Name = name,
        Region = "local",
        ServiceRoleArn = "arn:aws:iam::1:role/service",
        DefaultInstanceProfileArn = "arn:aws:iam::1:instance-profile/machine",
    }))["StackId"]!.GetValue<string>();

    public async Task<string> CreateLayerAsync(string stack, string shortname = "web") =>
        (await CallAsync("CreateLayer", new
        {
            StackId = stack,
            Type = "custom",
            Name = shortname,
            Shortname = shortname
        }))["LayerId"]!.GetValue<string>();

    public async Task<string> CreateInstanceAsync(
        string stack, string layer, string? hostname = null) => (await CallAsync(
        "CreateInstance",
        hostname is null
            ? new { StackId = stack, LayerIds = new[] { layer }, InstanceType = "small" }
            : new
            {
                StackId = stack,
                LayerIds = new[]
            {
                layer
            },
                InstanceType = "small",
                Hostname = hostname
            }))["InstanceId"]!.GetValue<string>();

    public async Task<Caller> CreateUserAsync(string name, UserRole role = UserRole.Member)
    {
        var arn = $"arn:aws:iam::1:user/{name}";
        await CallAsync("CreateUserProfile", new { IamUserArn = arn });
        if (role != UserRole.Member)
        {
            await CallAsync("SetUserRole", new { IamUserArn = arn, Role = role.ToString().ToLowerInvariant() });
        }

        return await SignInAsync(arn, role);
    }

    /// <summary>Gives a user a token, without a line in the activity log.</summary>
    public async Task<Caller> SignInAsync(string arn, UserRole role = UserRole.Member)
    {
        var text = Credentials.NewToken();
        var token = await Plane.Store.WriteAsync(
            session => session.AddAsync(new Token
            {
                TokenId = Credentials.TokenId(text),
                Hash = Credentials.Hash(text),
                IamUserArn = arn,
                CreatedAt = session.Now,
                ExpiresAt = session.Now.AddYears(10),
            }),
            default);
        return CallerOf(arn, token.TokenId, role);
    }

    /// <summary>Sets a state of an instance that only its machine could cause.</summary>
    public Task SetAsync(string instance, InstanceStatus status) => Plane.Store.WriteAsync(
        async session =>
        {
            var before = (await session.FindAsync<Instance>(instance))!;
            return await session.SaveAsync(
                before,
                before with { Status = status, Ec2InstanceId = status == InstanceStatus.Stopped ? null : "machine-1" });
        },
        default);

    /// <summary>Registers a machine as the command line does, with one host key.</summary>
    public async Task<string> RegisterAsync(string stack, string hostname, string address = "192.0.2.20", string key = "AAAA") =>
        (await CallAsync("RegisterMachine", new
        {
            StackId = stack,
            Hostname = hostname,
            Address = address,
            PrivateIp = address,
            HostKeys = new[] { $"ssh-ed25519 {key} root@{hostname}" },
        }))["InstanceId"]!.GetValue<string>();

    /// <summary>Ends the commands of a deployment, as its instances would.</summary>
    public Task FinishAsync(string deployment, CommandStatus status) => Plane.Store.WriteAsync(
        async session =>
        {
            var commands = await session.ListAsync<Command>(deployment);
            foreach (var command in commands)
            {
                await session.EndAsync(command, status, $"it was {EnumNames.Of(status)}");
            }

            return commands.Count;
        },
        default);

    public async Task<JsonNode> InstanceStateAsync(string instance) =>
        (await CallAsync("DescribeInstances", new { InstanceIds = new[] { instance } }))["Instances"]![0]!;

    /// <summary>The warnings of the newest entry of the activity log.</summary>
    public async Task<IReadOnlyList<string>> WarningsAsync() =>
    [
        .. (await CallAsync("DescribeActivity", new { MaxResults = 1 }))["Activity"]![0]!["Changes"]!.AsArray()
            .SelectMany(change => change!["Warnings"]?.AsArray() ?? [])
            .Select(warning => warning!.GetValue<string>()),
    ];

    public async ValueTask DisposeAsync()
    {
        await Plane.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Prefix(string operation) =>
        OperationCatalog.All.First(candidate => candidate.Name == operation).Prefix;
}
