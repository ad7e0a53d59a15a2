;;; csharpchef.el --- Language server of CSharpChef for recipes  -*- lexical-binding: t -*-

;; Written by "csharpchef editor setup", which replaces this file.  It starts "csharpchef lsp" with Eglot, which is part
;; of Emacs since version 29.  For lsp-mode instead:
;;   (remove-hook 'csharpchef-recipe-mode-hook #'eglot-ensure)
;;   (add-hook 'csharpchef-recipe-mode-hook #'lsp)

;;; Code:

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function make-lsp-client "lsp-mode")

(require 'csharp-mode nil t)

(if (fboundp 'csharp-mode)
    (define-derived-mode csharpchef-recipe-mode csharp-mode "Recipe"
      "Major mode for recipes of CSharpChef.")
  (define-derived-mode csharpchef-recipe-mode prog-mode "Recipe"
    "Major mode for recipes of CSharpChef."))

(add-to-list 'auto-mode-alist '("\\.csx\\'" . csharpchef-recipe-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((csharpchef-recipe-mode :language-id "csharp") . ("csharpchef" "lsp"))))

(when (fboundp 'eglot-ensure)
  (add-hook 'csharpchef-recipe-mode-hook #'eglot-ensure))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(csharpchef-recipe-mode . "csharp"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("csharpchef" "lsp"))
                    :major-modes '(csharpchef-recipe-mode)
                    :server-id 'csharpchef)))

(provide 'csharpchef)
;;; csharpchef.el ends here
