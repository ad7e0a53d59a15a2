using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.WholeStacks;

/// <summary>
/// Copies the layers, apps and permissions of a stack for its clone. Secrets are encrypted again, since each is bound
/// to its document.
/// </summary>
internal static class StackCopies
{
    public static async Task<Stack> DecryptAsync(Stack stack, StoreSession store) =>
        stack with { CustomCookbooksSource = await DecryptAsync(stack, stack.CustomCookbooksSource, store) };

    /// <returns>The ids of the copies by those of the layers.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> CopyLayersAsync(Stack source, Stack target, Call call)
    {
        var ids = new Dictionary<string, string>();
        foreach (var layer in await call.Store.ListAsync<Layer>(source.StackId))
        {
            ids[layer.LayerId] = (await call.Store.AddAsync(await CopyAsync(layer, target, call))).LayerId;
        }

        return ids;
    }

    /// <param name="source">The stack of the apps.</param>
    /// <param name="target">The stack of the copies.</param>
    /// <param name="ids">The ids of the apps.</param>
    /// <param name="layers">The ids of the copied layers by those of the source.</param>
    /// <param name="call">The call.</param>
    public static async Task CopyAppsAsync(
        Stack source, Stack target, IReadOnlyList<string> ids, IReadOnlyDictionary<string, string> layers, Call call)
    {
        foreach (var app in await call.GetAsync<App>(ids))
        {
            if (app.StackId != source.StackId)
            {
                throw ApiError.Invalid(
                    "CloneAppIds", $"names the app {app.AppId}, which is not in the stack {source.StackId}");
            }

            var copy = await CopyAsync(app, target, call);
            await call.Store.AddAsync(copy with { LayerIds = app.LayerIds?.Select(id => layers[id]).ToList() });
        }
    }

    public static async Task CopyPermissionsAsync(Stack source, Stack target, Call call)
    {
        foreach (var permission in await call.Store.ListAsync<Permission>(source.StackId))
        {
            var copy = permission with { StackId = target.StackId, Version = 0 };
            if (await call.Store.FindAsync<Permission>(copy.Id) is null)
            {
                await call.Store.AddAsync(
                    await MayCopyLevelAsync(copy, call) ? copy : copy with { Level = PermissionLevel.IamOnly });
            }
        }
    }

    // Only an administrator may deny a stack to another one.
    private static async Task<bool> MayCopyLevelAsync(Permission permission, Call call) =>
        permission.Level != PermissionLevel.Deny
        || call.Caller.Role == UserRole.Admin
        || (await call.Store.FindAsync<UserProfile>(permission.IamUserArn))?.Role != UserRole.Admin;

    private static async Task<Layer> CopyAsync(Layer layer, Stack target, Call call)
    {
        var id = call.NewId();
        return layer with
        {
            LayerId = id,
            StackId = target.StackId,
            Arn = Arn.Of("layer", target.Region, call.Server.Account, id),
            CreatedAt = call.Now,
            Tags = new Dictionary<string, string>(),
            LoadBasedScaling = layer.LoadBasedScaling is { } scaling ? scaling with { Enable = false } : null,
            SecretAttributes = await DecryptAsync(layer, layer.SecretAttributes, call.Store),
            Version = 0,
        };
    }

    private static async Task<App> CopyAsync(App app, Stack target, Call call) => app with
    {
        AppId = call.NewId(),
        StackId = target.StackId,
        CreatedAt = call.Now,
        AppSource = AppRules.SourceChange(null, null, await DecryptAsync(app, app.AppSource, call.Store)).Stored,
        SslConfiguration = app.SslConfiguration is { } ssl
            ? ssl with { PrivateKey = Secret.New(await call.Store.RevealAsync(app, ssl.PrivateKey)) }
            : null,
        SecretEnvironment = await DecryptAsync(app, app.SecretEnvironment, call.Store),
        Version = 0,
    };

    private static async Task<Source?> DecryptAsync<T>(T owner, Source? source, StoreSession store)
        where T : class, IDocument => await SourceUrls.OpenAsync(owner, source, store) is not { } opened
        ? null
        : opened with
        {
            SealedUrl = null,
            Password = opened.Password is { } password ? Secret.New(await store.RevealAsync(owner, password)) : null,
            SshKey = opened.SshKey is { } key ? Secret.New(await store.RevealAsync(owner, key)) : null,
        };

    private static async Task<IReadOnlyDictionary<string, Secret>> DecryptAsync<T>(
        T owner, IReadOnlyDictionary<string, Secret> secrets, StoreSession store)
        where T : class, IDocument
    {
        var revealed = new Dictionary<string, Secret>();
        foreach (var (name, secret) in secrets)
        {
            revealed[name] = Secret.New(await store.RevealAsync(owner, secret));
        }

        return revealed;
    }
}
