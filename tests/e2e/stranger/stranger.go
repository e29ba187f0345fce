// SPDX-License-Identifier: Apache-2.0

// stranger walks a running register with Go's x/mod and nothing of ours: it checks every entry, leaf,
// tile of every level, root, proof and cosignature, and requires the quorum. It speaks TAP.
//
//	stranger http://127.0.0.1:8038 sha256:<circle>
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type party struct {
	Name, Group, Cosigner string
}

type register struct {
	Name, Origin, Vkey, Prefix, Circle string
	Cosigners                          []string
	Parties                            []party
	NeutralsQuorum                     int `json:"neutrals_quorum"`
}

// A cosigner of C2SP cosignature/v1, as x/mod's note package wants a verifier.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	return ed25519.Verify(c.key, []byte(fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, msg)), sig[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	must(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	if len(key) != 33 || key[0] != 4 {
		must(fmt.Errorf("%s is no cosigner's key", vkey))
	}
	return cosigner{parts[0], uint32(hash), key[1:]}
}

var base string
var number int
var failed bool

func must(err error) {
	if err != nil {
		fmt.Printf("Bail out! %v\n", err)
		os.Exit(1)
	}
}

func check(name string, err error) {
	number++
	if err != nil {
		failed = true
		fmt.Printf("not ok %d - stranger: %s\n  # %v\n", number, name, err)
		return
	}
	fmt.Printf("ok %d - stranger: %s\n", number, name)
}

func get(path string) []byte {
	answer, err := http.Get(base + path)
	must(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	must(err)
	if answer.StatusCode != 200 {
		must(fmt.Errorf("%s: %s", path, answer.Status))
	}
	return body
}

// tilePath is C2SP's, which is not x/mod's own.
func tilePath(level string, n int64, width int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n /= 1000; n > 0; n /= 1000 {
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if width < 256 {
		path = fmt.Sprintf("%s.p/%d", path, width)
	}
	return "tile/" + level + "/" + path
}

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		out[i] = h[index]
	}
	return out, nil
}

func readEntries(reg register, size int64) [][]byte {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(min64(256, size-n*256))
		bundle := get(reg.Prefix + "/" + tilePath("entries", n, width))
		for i := 0; i < width; i++ {
			length := int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, bundle[2:2+length])
			bundle = bundle[2+length:]
		}
		if len(bundle) != 0 {
			must(fmt.Errorf("bundle %d has more than its entries", n))
		}
	}
	return entries
}

func min64(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}

func checkHead(reg register) tlog.Tree {
	text := get(reg.Prefix + "/checkpoint")
	logKey, err := note.NewVerifier(reg.Vkey)
	must(err)
	verifiers := []note.Verifier{logKey}
	group := map[string]string{}
	for _, one := range reg.Parties {
		c := newCosigner(one.Cosigner)
		group[c.name] = one.Group
		verifiers = append(verifiers, c)
	}
	opened, err := note.Open(text, note.VerifierList(verifiers...))
	check("the head is signed, and no known line is bad", err)
	must(err)
	count := map[string]int{}
	byLog := false
	for _, signature := range opened.Sigs {
		byLog = byLog || signature.Name == reg.Origin
		count[group[signature.Name]]++
	}
	sides := 0
	for _, one := range reg.Parties {
		if one.Group == "sides" {
			sides++
		}
	}
	err = nil
	if !byLog || count["sides"] < sides || count["neutrals"] < reg.NeutralsQuorum {
		err = fmt.Errorf("log %v, %d of %d sides, %d of %d neutrals", byLog, count["sides"], sides,
			count["neutrals"], reg.NeutralsQuorum)
	}
	check("the quorum has cosigned: every side and enough neutrals", err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != reg.Origin {
		must(fmt.Errorf("no checkpoint of %s", reg.Origin))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

func checkTiles(reg register, size int64, all hashes) (int, error) {
	tiles := 0
	for level, width := 0, size; width > 0; level, width = level+1, width/256 {
		for n := int64(0); n*256 < width; n++ {
			w := int(min64(256, width-n*256))
			want, err := tlog.ReadTileData(tlog.Tile{H: 8, L: level, N: n, W: w}, all)
			if err != nil {
				return tiles, err
			}
			if !bytes.Equal(want, get(reg.Prefix+"/"+tilePath(strconv.Itoa(level), n, w))) {
				return tiles, fmt.Errorf("tile %d/%d.p/%d differs", level, n, w)
			}
			tiles++
		}
	}
	return tiles, nil
}

func checkProofs(tree tlog.Tree, entries [][]byte, all hashes) error {
	for n := int64(0); n < tree.N; n++ {
		proof, err := tlog.ProveRecord(tree.N, n, all)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(entries[n])); err != nil {
			return fmt.Errorf("record %d: %v", n, err)
		}
	}
	return nil
}

// Our server's own consistency proofs, checked by x/mod.
func checkConsistency(tree tlog.Tree, all hashes) error {
	for n := int64(1); n <= tree.N; n += 1 + n/7 {
		old, err := tlog.TreeHash(n, all)
		if err != nil {
			return err
		}
		var answer struct{ Hashes []string }
		path := fmt.Sprintf("/api/register/consistency?first=%d&second=%d", n, tree.N)
		must(json.Unmarshal(get(path), &answer))
		var proof tlog.TreeProof
		for _, text := range answer.Hashes {
			hash, err := tlog.ParseHash(text)
			must(err)
			proof = append(proof, hash)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, n, old); err != nil {
			return fmt.Errorf("from %d: %v", n, err)
		}
	}
	return nil
}

func textOf(entry []byte) []byte {
	return entry[:bytes.LastIndex(entry, []byte("\n\n"))+1]
}

func field(text []byte, name string) string {
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, name+" ") {
			return line[len(name)+1:]
		}
	}
	return ""
}

// The body that a record names, by its digest.
func bodyOf(reg register, text []byte) []byte {
	digest := strings.TrimPrefix(strings.Fields(field(text, "body"))[0], "sha256:")
	body := get(reg.Prefix + "/body/" + digest)
	sum := sha256.Sum256(body)
	if hex.EncodeToString(sum[:]) != digest {
		must(fmt.Errorf("the body %s has another digest", digest))
	}
	return body
}

// Every record opens as a stock note under the keys that genesis and key records name.
func checkRecords(reg register, entries [][]byte) error {
	var genesis struct {
		Secretary string
		Parties   []struct{ Root string }
	}
	must(json.Unmarshal(bodyOf(reg, textOf(entries[0])), &genesis))
	var verifiers []note.Verifier
	enrol := func(vkey string) {
		verifier, err := note.NewVerifier(vkey)
		must(err)
		verifiers = append(verifiers, verifier)
	}
	enrol(genesis.Secretary)
	for _, one := range genesis.Parties {
		enrol(one.Root)
	}
	for n, entry := range entries {
		opened, err := note.Open(entry, note.VerifierList(verifiers...))
		if err != nil {
			return fmt.Errorf("record %d: %v", n, err)
		}
		if len(opened.UnverifiedSigs) != 0 {
			return fmt.Errorf("record %d has a line by nobody known", n)
		}
		if strings.HasPrefix(field(textOf(entry), "kind"), "key/") {
			var key struct{ Vkey string }
			must(json.Unmarshal(bodyOf(reg, textOf(entry)), &key))
			enrol(key.Vkey)
		}
	}
	return nil
}

func main() {
	base = os.Args[1]
	var registers []register
	must(json.Unmarshal(get("/api/registers"), &registers))
	reg := registers[0]
	tree := checkHead(reg)
	entries := readEntries(reg, tree.N)
	var all hashes
	for n, entry := range entries {
		stored, err := tlog.StoredHashesForRecordHash(int64(n), tlog.RecordHash(entry), all)
		must(err)
		all = append(all, stored...)
	}
	root, err := tlog.TreeHash(tree.N, all)
	must(err)
	if root != tree.Hash {
		err = fmt.Errorf("the entries make %v, the head says %v", root, tree.Hash)
	}
	check(fmt.Sprintf("%d entries lead to the head's root", tree.N), err)
	tiles, err := checkTiles(reg, tree.N, all)
	check(fmt.Sprintf("%d tiles of all levels hold those hashes", tiles), err)
	check("every record has its inclusion proof", checkProofs(tree, entries, all))
	check("consistency proofs lead from earlier trees", checkConsistency(tree, all))
	sum := sha256.Sum256(textOf(entries[0]))
	err = nil
	if "sha256:"+hex.EncodeToString(sum[:]) != os.Args[2] {
		err = fmt.Errorf("record 0 is not the circle's genesis")
	}
	check("record 0 is the genesis whose id was given", err)
	check("every record opens as a stock note", checkRecords(reg, entries))
	if failed {
		os.Exit(1)
	}
}
