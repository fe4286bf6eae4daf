;;; resolute.el --- The language server resolute in eglot -*- lexical-binding: t -*-

;; Copy it to a folder of `load-path', then in your init file:
;;   (require 'resolute)
;;   (add-hook 'markdown-mode-hook #'eglot-ensure)
;; For a text in `text-mode' or `resolution-mode', M-x eglot does the same.

;;; Code:

(require 'eglot)

(define-derived-mode resolution-mode text-mode "Resolution"
  "Major mode for drafts of resolutions in plain text.")
(add-to-list 'auto-mode-alist '("\\.resolution\\'" . resolution-mode))

(add-to-list 'eglot-server-programs '((markdown-mode gfm-mode resolution-mode) "resolute" "lsp"))
;; At the end: other modes that derive from `text-mode' have servers of their own.
(add-to-list 'eglot-server-programs '(text-mode "resolute" "lsp") t)

(provide 'resolute)
;;; resolute.el ends here
